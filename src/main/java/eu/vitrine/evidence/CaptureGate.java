package eu.vitrine.evidence;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Decides whether an address may be asked, and at which IP address. The name is resolved once, here, and the connection goes to the very
 * address that was checked: a second answer of the name service comes too late to matter.
 */
@Component
class CaptureGate {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Hosts hosts;
    private final Network network;
    private final EvidenceLimits.Capture limits;

    CaptureGate(Hosts hosts, Network network, EvidenceLimits limits) {
        this.hosts = hosts;
        this.network = network;
        this.limits = limits.capture();
    }

    /** The list of the administrators. */
    interface Hosts {

        Optional<AllowedHosts.Host> find(String name);
    }

    /** @throws CaptureRefused if any rule speaks against it */
    InetSocketAddress check(SourceAddress asked) {
        AllowedHosts.Host host = HostName.of(asked.host()).flatMap(hosts::find)
                .orElseThrow(() -> new CaptureRefused(CaptureRefused.Reason.HOST, asked.host()));
        int port = port(asked, host);
        List<InetAddress> addresses = resolved(host.name());
        if (addresses.isEmpty() || !addresses.stream().allMatch(address -> AddressRules.allow(address, host.inside()))) {
            throw new CaptureRefused(CaptureRefused.Reason.ADDRESS, host.name());
        }
        return new InetSocketAddress(addresses.getFirst(), port);
    }

    private int port(SourceAddress asked, AllowedHosts.Host host) {
        if (asked.scheme().equals("http")) {
            if (!host.inside() || !limits.httpHosts().contains(host.name())) {
                throw new CaptureRefused(CaptureRefused.Reason.SCHEME, host.name());
            }
            return allowed(asked.port() == -1 ? HTTP : asked.port(), asked.port() == -1);
        }
        return allowed(asked.port() == -1 ? HTTPS : asked.port(), false);
    }

    private int allowed(int port, boolean usual) {
        if (!usual && !limits.ports().contains(port)) {
            throw new CaptureRefused(CaptureRefused.Reason.PORT, Integer.toString(port));
        }
        return port;
    }

    /** The platform's name service knows no time limit of its own. */
    private List<InetAddress> resolved(String host) {
        var question = new FutureTask<>(() -> network.resolve(host));
        Thread.ofVirtual().name("capture-name").start(question);
        try {
            return question.get(limits.connect().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CaptureRefused(CaptureRefused.Reason.NAME_UNKNOWN, host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new CaptureRefused(CaptureRefused.Reason.NAME_UNKNOWN, host);
            }
            throw new IllegalStateException("The name service failed on " + host, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureRefused(CaptureRefused.Reason.NAME_UNKNOWN, host);
        }
    }
}
