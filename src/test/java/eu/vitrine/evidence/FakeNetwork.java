package eu.vitrine.evidence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/** The border to the network, with names of the test's own; connections to a public address end at a server on this machine. */
final class FakeNetwork implements Network {

    private final Map<String, List<String>> names = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> ports = new ConcurrentHashMap<>();
    final List<InetSocketAddress> dialled = new ArrayList<>();
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();

    void name(String host, String... addresses) {
        names.put(host, List.of(addresses));
    }

    /** Connections to a port anywhere end at one of this machine. */
    void port(int outside, int here) {
        ports.put(outside, here);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        var addresses = new ArrayList<InetAddress>();
        for (String address : names.getOrDefault(host, List.of())) {
            addresses.add(InetAddress.getByName(address));
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    @Override
    public Socket connect(InetSocketAddress address, int milliseconds) throws IOException {
        dialled.add(address);
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.getOrDefault(address.getPort(), address.getPort())), milliseconds);
        return socket;
    }

    @Override
    public SSLSocketFactory tls() {
        return tls;
    }
}
