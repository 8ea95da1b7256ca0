package eu.vitrine.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.springframework.stereotype.Component;

/**
 * Fetches one page from an allowed host. Each hop of a redirect passes the {@link CaptureGate} anew; no cookie, credential or referrer is
 * ever sent, and nothing is kept between captures. At most a few run at a time.
 */
@Component
class CaptureClient {

    private static final int MOST_HOPS = 4;
    private static final int AT_ONCE = 4;
    private static final Duration COARSE = Duration.ofMillis(50);

    private final CaptureGate gate;
    private final Network network;
    private final EvidenceLimits.Capture limits;
    private final Semaphore running = new Semaphore(AT_ONCE);

    CaptureClient(CaptureGate gate, Network network, EvidenceLimits limits) {
        this.gate = gate;
        this.network = network;
        this.limits = limits.capture();
    }

    /**
     * What a host answered with status 200.
     *
     * @param from where it came from, after redirects
     */
    record Page(SourceAddress from, String contentType, byte[] body) {}

    /** @throws CaptureRefused if it may not be asked, or does not answer as it should within time and size */
    Page fetch(SourceAddress address) {
        if (!running.tryAcquire()) {
            throw new CaptureRefused(CaptureRefused.Reason.BUSY, address.host());
        }
        try {
            return followed(address, System.nanoTime() + limits.whole().toNanos());
        } finally {
            running.release();
        }
    }

    private Page followed(SourceAddress address, long deadline) {
        SourceAddress here = address;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            HttpAnswer answer = asked(here, deadline);
            if (answer.leadsOn()) {
                here = led(here, answer.headers().get("location"));
            } else if (answer.status() == 200) {
                return new Page(here, answer.header("content-type").orElse(""), answer.body());
            } else {
                throw new CaptureRefused(CaptureRefused.Reason.STATUS, here.host(), Integer.toString(answer.status()));
            }
        }
        throw new CaptureRefused(CaptureRefused.Reason.REDIRECTS, address.host());
    }

    private static SourceAddress led(SourceAddress here, String location) {
        try {
            return here.resolve(location);
        } catch (EvidenceRefused e) {
            throw new CaptureRefused(CaptureRefused.Reason.ANSWER, here.host(), "it leads to what is no address");
        }
    }

    private HttpAnswer asked(SourceAddress address, long deadline) {
        InetSocketAddress checked = gate.check(address);
        Duration left = left(address, deadline);
        try (Socket socket = network.connect(checked, milliseconds(left.compareTo(limits.connect()) < 0 ? left : limits.connect()))) {
            return guarded(socket, address, deadline);
        } catch (SSLException e) {
            throw late(deadline) ? time(address) : new CaptureRefused(CaptureRefused.Reason.CERTIFICATE, address.host());
        } catch (HttpAnswer.TooLong e) {
            throw new CaptureRefused(CaptureRefused.Reason.TOO_LARGE, address.host(), EvidenceItem.readable(limits.body().toBytes()));
        } catch (HttpAnswer.NotUnderstood e) {
            throw new CaptureRefused(CaptureRefused.Reason.ANSWER, address.host(), e.getMessage());
        } catch (IOException e) {
            throw late(deadline) ? time(address) : new CaptureRefused(CaptureRefused.Reason.UNREACHABLE, address.host(), words(e));
        }
    }

    /** A host that sends a byte now and then passes every time limit of a single read: so the connection is cut at the deadline. */
    private HttpAnswer guarded(Socket socket, SourceAddress address, long deadline) throws IOException {
        Duration left = left(address, deadline);
        socket.setSoTimeout(milliseconds(left));
        Thread cut = Thread.ofVirtual().name("capture-deadline").start(() -> cutAfter(left, socket));
        try {
            return address.scheme().equals("https") ? exchange(secured(socket, address), address) : exchange(socket, address);
        } finally {
            cut.interrupt();
        }
    }

    private static void cutAfter(Duration left, Socket socket) {
        try {
            Thread.sleep(left);
            socket.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // answered in time
        } catch (IOException e) {
            throw new IllegalStateException("A connection cannot be closed", e);
        }
    }

    /** Speaks TLS for the name, over the connection to the checked address, and insists on a certificate for the name. */
    private Socket secured(Socket plain, SourceAddress address) throws IOException {
        SSLSocket socket = (SSLSocket) network.tls().createSocket(plain, address.host(), plain.getPort(), true);
        SSLParameters rules = socket.getSSLParameters();
        rules.setEndpointIdentificationAlgorithm("HTTPS");
        rules.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(rules);
        socket.startHandshake();
        return socket;
    }

    private HttpAnswer exchange(Socket socket, SourceAddress address) throws IOException {
        String request = "GET " + address.target() + " HTTP/1.1\r\nHost: " + address.authority()
                + "\r\nUser-Agent: Vitrine\r\nAccept: text/html, application/pdf, text/*;q=0.9, */*;q=0.5\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        return HttpAnswer.read(in, limits.body().toBytes());
    }

    private Duration left(SourceAddress address, long deadline) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.compareTo(Duration.ofMillis(1)) < 0) {
            throw time(address);
        }
        return left;
    }

    /** Clocks of sockets are coarse: what breaks a moment before the deadline breaks because of it. */
    private static boolean late(long deadline) {
        return System.nanoTime() >= deadline - COARSE.toNanos();
    }

    private CaptureRefused time(SourceAddress address) {
        return new CaptureRefused(CaptureRefused.Reason.TIME, address.host(), Long.toString(limits.whole().toSeconds()));
    }

    private static int milliseconds(Duration time) {
        return Math.toIntExact(Math.max(1, time.toMillis()));
    }

    private static String words(IOException failure) {
        String message = failure.getMessage();
        return message == null ? "the connection broke" : message;
    }
}
