import { Button } from 'antd';
import { useRef, type PointerEvent } from 'react';
import styles from './record.module.css';

type Props = {
  onChange?: (drawn: File | undefined) => void;
  /** What the field is called. */
  label: string;
  /** The words of the button that wipes it. */
  clear: string;
  /** Name of the picture. */
  name: string;
};

/** Points on the screen for one point of the picture would blur on a phone. */
const DENSITY = 2;
const WIDTH = 480;
const HEIGHT = 180;

/** Paper to sign on with a finger, a pen or the mouse; gives a PNG after each stroke. Fits into a Form.Item. */
export function SignaturePad({ onChange, label, clear, name }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDown = useRef(false);
  const draw = (event: PointerEvent<HTMLCanvasElement>, step: 'begin' | 'go') => {
    const paper = event.currentTarget;
    const ink = paper.getContext('2d');
    if (!ink) return;
    const box = paper.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * paper.width;
    const y = ((event.clientY - box.top) / box.height) * paper.height;
    if (step === 'begin') {
      ink.lineWidth = 2.5 * DENSITY;
      ink.lineCap = 'round';
      ink.lineJoin = 'round';
      ink.strokeStyle = '#16222b';
      ink.beginPath();
      ink.moveTo(x, y);
    }
    ink.lineTo(x, y);
    ink.stroke();
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    isDown.current = true;
    draw(event, 'begin');
  };
  const end = () => {
    if (!isDown.current) return;
    isDown.current = false;
    canvas.current?.toBlob((blob) => onChange?.(blob ? new File([blob], name, { type: 'image/png' }) : undefined), 'image/png');
  };
  const wipe = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH * DENSITY, HEIGHT * DENSITY);
    onChange?.(undefined);
  };
  return (
    <div className={styles['pad']}>
      <canvas
        ref={canvas}
        width={WIDTH * DENSITY}
        height={HEIGHT * DENSITY}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={(event) => isDown.current && draw(event, 'go')}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <Button size="small" onClick={wipe}>{clear}</Button>
    </div>
  );
}
