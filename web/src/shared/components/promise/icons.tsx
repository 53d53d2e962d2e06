import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  FieldTimeOutlined,
  HourglassOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Look } from './reading';

/** Each look has a shape of its own, so that no state is told by colour alone. */
export const LOOK_ICONS: Readonly<Record<Look, ReactNode>> = {
  pending: <HourglassOutlined aria-hidden />,
  running: <ClockCircleOutlined aria-hidden />,
  warning: <ExclamationCircleFilled aria-hidden />,
  paused: <PauseCircleOutlined aria-hidden />,
  kept: <CheckCircleFilled aria-hidden />,
  broken: <CloseCircleFilled aria-hidden />,
  late: <FieldTimeOutlined aria-hidden />,
  excused: <SafetyCertificateOutlined aria-hidden />,
  cancelled: <MinusCircleOutlined aria-hidden />,
};
