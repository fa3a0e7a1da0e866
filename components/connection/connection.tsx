import { ConnectionNotice } from './connection-notice';
import { SlowNavigation } from './slow-navigation';

/** What a page says of its connection: that it is gone, or slow. Client messages: `connection`. */
export default function Connection(): React.ReactNode {
  return (
    <>
      <SlowNavigation />
      <ConnectionNotice />
    </>
  );
}
