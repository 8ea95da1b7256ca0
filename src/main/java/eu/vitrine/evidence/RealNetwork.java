package eu.vitrine.evidence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

@Component
class RealNetwork implements Network {

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    @Override
    public Socket connect(InetSocketAddress address, int milliseconds) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY); // a proxy of the platform would resolve and connect once more, unchecked
        try {
            socket.connect(address, milliseconds);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public SSLSocketFactory tls() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
}
