/** What the page stands on, as papers cite it. Titles stay in the language they were published in. */
export const references: readonly { text: string; doi?: string; url?: string }[] = [
  {
    text: 'Bock, R. D., & Aitkin, M. (1981). Marginal maximum likelihood estimation of item parameters: Application of an EM algorithm. Psychometrika, 46(4), 443–459.',
    doi: '10.1007/BF02293801',
  },
  {
    text: 'Böckenholt, U. (2012). Modeling multiple response processes in judgment and choice. Psychological Methods, 17(4), 665–678.',
    doi: '10.1037/a0028111',
  },
  {
    text: 'Chalmers, R. P. (2012). mirt: A multidimensional item response theory package for the R environment. Journal of Statistical Software, 48(6), 1–29.',
    doi: '10.18637/jss.v048.i06',
  },
  {
    text: 'Christensen, K. B., Makransky, G., & Horton, M. (2017). Critical values for Yen’s Q3: Identification of local dependence in the Rasch model using residual correlations. Applied Psychological Measurement, 41(3), 178–194.',
    doi: '10.1177/0146621616677520',
  },
  {
    text: 'Drasgow, F., Levine, M. V., & Williams, E. A. (1985). Appropriateness measurement with polychotomous item response models and standardized indices. British Journal of Mathematical and Statistical Psychology, 38(1), 67–86.',
    doi: '10.1111/j.2044-8317.1985.tb00817.x',
  },
  {
    text: 'Goldberg, L. R. (1999). A broad-bandwidth, public domain, personality inventory measuring the lower-level facets of several five-factor models. In I. Mervielde, I. Deary, F. De Fruyt, & F. Ostendorf (Eds.), Personality psychology in Europe (Vol. 7, pp. 7–28). Tilburg University Press.',
  },
  {
    text: 'Goldberg, L. R., Johnson, J. A., Eber, H. W., Hogan, R., Ashton, M. C., Cloninger, C. R., & Gough, H. G. (2006). The international personality item pool and the future of public-domain personality measures. Journal of Research in Personality, 40(1), 84–96.',
    doi: '10.1016/j.jrp.2005.08.007',
  },
  {
    text: 'Green, B. F., Bock, R. D., Humphreys, L. G., Linn, R. L., & Reckase, M. D. (1984). Technical guidelines for assessing computerized adaptive tests. Journal of Educational Measurement, 21(4), 347–360.',
    doi: '10.1111/j.1745-3984.1984.tb01039.x',
  },
  {
    text: 'Hol, A. M., Vorst, H. C. M., & Mellenbergh, G. J. (2008). Computerized adaptive testing of personality traits. Zeitschrift für Psychologie / Journal of Psychology, 216(1), 12–21.',
    doi: '10.1027/0044-3409.216.1.12',
  },
  { text: 'International Personality Item Pool. Oregon Research Institute.', url: 'https://ipip.ori.org' },
  {
    text: 'Jodoin, M. G., & Gierl, M. J. (2001). Evaluating Type I error and power rates using an effect size measure with the logistic regression procedure for DIF detection. Applied Measurement in Education, 14(4), 329–349.',
    doi: '10.1207/S15324818AME1404_2',
  },
  {
    text: 'Johnson, J. A. (2014). Measuring thirty facets of the Five Factor Model with a 120-item public domain inventory: Development of the IPIP-NEO-120. Journal of Research in Personality, 51, 78–89.',
    doi: '10.1016/j.jrp.2014.05.003',
  },
  {
    text: 'Mantel, N. (1963). Chi-square tests with one degree of freedom; extensions of the Mantel-Haenszel procedure. Journal of the American Statistical Association, 58(303), 690–700.',
    doi: '10.1080/01621459.1963.10500879',
  },
  {
    text: 'Maydeu-Olivares, A., & Coffman, D. L. (2006). Random intercept item factor analysis. Psychological Methods, 11(4), 344–362.',
    doi: '10.1037/1082-989X.11.4.344',
  },
  {
    text: 'Open-Source Psychometrics Project. Raw data from online personality tests (sets AMBI, AS+SC+AD+DO, BIG5).',
    url: 'https://openpsychometrics.org/_rawdata/',
  },
  {
    text: 'Reise, S. P., & Waller, N. G. (2009). Item response theory and clinical measurement. Annual Review of Clinical Psychology, 5, 27–48.',
    doi: '10.1146/annurev.clinpsy.032408.153553',
  },
  {
    text: 'Samejima, F. (1969). Estimation of latent ability using a response pattern of graded scores. Psychometrika Monograph Supplement, No. 17.',
    doi: '10.1007/BF03372160',
  },
  {
    text: 'Segall, D. O. (1996). Multidimensional adaptive testing. Psychometrika, 61(2), 331–354.',
    doi: '10.1007/BF02294343',
  },
  {
    text: 'Stocking, M. L., & Lord, F. M. (1983). Developing a common metric in item response theory. Applied Psychological Measurement, 7(2), 201–210.',
    doi: '10.1177/014662168300700208',
  },
  {
    text: 'van der Linden, W. J. (1999). Multidimensional adaptive testing with a minimum error-variance criterion. Journal of Educational and Behavioral Statistics, 24(4), 398–412.',
    doi: '10.3102/10769986024004398',
  },
  {
    text: 'Waller, N. G., & Reise, S. P. (1989). Computerized adaptive personality assessment: An illustration with the Absorption scale. Journal of Personality and Social Psychology, 57(6), 1051–1058.',
    doi: '10.1037//0022-3514.57.6.1051',
  },
  {
    text: 'Yen, W. M. (1984). Effects of local item dependence on the fit and equating performance of the three-parameter logistic model. Applied Psychological Measurement, 8(2), 125–145.',
    doi: '10.1177/014662168400800201',
  },
  {
    text: 'Zumbo, B. D. (1999). A handbook on the theory and methods of differential item functioning (DIF): Logistic regression modeling as a unitary framework for binary and Likert-type (ordinal) item scores. Directorate of Human Resources Research and Evaluation, Department of National Defense, Ottawa.',
  },
  {
    text: 'Zwick, R., Donoghue, J. R., & Grima, A. (1993). Assessment of differential item functioning for performance tasks. Journal of Educational Measurement, 30(3), 233–251.',
    doi: '10.1111/j.1745-3984.1993.tb00425.x',
  },
];
