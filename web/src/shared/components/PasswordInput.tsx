import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Input, type GetProps } from 'antd';

/** The switch is the library's, with room around it for a finger. */
const look = { padding: 6, marginInlineEnd: -6 };

export function PasswordInput(props: GetProps<typeof Input.Password>) {
  return <Input.Password {...props} iconRender={(isShown) => (isShown ? <EyeOutlined style={look} /> : <EyeInvisibleOutlined style={look} />)} />;
}
