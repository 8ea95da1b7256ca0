package eu.vitrine.evidence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** The border to the network: names to addresses, and connections to addresses. Nothing else of the product opens a connection to a host. */
interface Network {

    /** @return at least one address */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** Connects to exactly this address. */
    Socket connect(InetSocketAddress address, int milliseconds) throws IOException;

    /** Makes connections safe; it trusts what the platform trusts. */
    SSLSocketFactory tls();
}
