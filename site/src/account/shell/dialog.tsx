import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { page } from './page.ts';
import { Button } from './ui.tsx';

interface Props {
  title: string;
  text?: string | undefined;
  /** Escape and the like. Without it the dialog has to be answered. */
  onClose?: (() => void) | undefined;
  children: ComponentChildren;
}

/** A native modal dialog: the browser holds the focus inside and gives it back. */
export function Dialog({ title, text, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="sheet-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 class="text-xl" id={id}>
        {title}
      </h2>
      {text && <p class="mt-2">{text}</p>}
      {children}
    </dialog>
  );
}

interface FormDialogProps extends Props {
  onClose: () => void;
  /** What sends it; the fields are the children. */
  yes: string;
  disabled?: boolean;
  onSend: (values: FormData) => void;
}

/** Asks for something before it is done. */
export function FormDialog({ yes, disabled, onSend, children, ...rest }: FormDialogProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSend(new FormData(event.currentTarget as HTMLFormElement));
  };
  return (
    <Dialog {...rest}>
      <form class="mt-5 grid gap-5" method="post" onSubmit={submit}>
        {children}
        <div class="flex flex-wrap gap-3">
          <Button look="line" onClick={rest.onClose}>
            {page.shell.cancel}
          </Button>
          <Button type="submit" {...{ disabled }}>
            {yes}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks before something is gone; the harmless answer comes first and so has the focus. */
export function Confirm({ title, text, yes, onYes, onNo }: ConfirmProps) {
  return (
    <Dialog {...{ title, text }} onClose={onNo}>
      <div class="mt-6 flex flex-wrap gap-3">
        <Button look="line" onClick={onNo}>
          {page.shell.cancel}
        </Button>
        <Button onClick={onYes}>{yes}</Button>
      </div>
    </Dialog>
  );
}
