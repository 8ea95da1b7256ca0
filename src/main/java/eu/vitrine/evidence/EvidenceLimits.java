package eu.vitrine.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where evidence is kept and how much of it.
 *
 * @param folder folder of the files; shared by all nodes
 * @param file largest file
 * @param person what one person may have brought altogether
 * @param total what is kept altogether
 * @param capture rules of captures
 */
@ConfigurationProperties("vitrine.evidence")
record EvidenceLimits(@DefaultValue("./data/evidence") Path folder, @DefaultValue("20MB") DataSize file, @DefaultValue("1GB") DataSize person,
        @DefaultValue("20GB") DataSize total, @DefaultValue Capture capture) {

    /**
     * @param body largest answer of a host
     * @param connect longest wait for a name and for a connection
     * @param whole longest time of a capture, redirects included
     * @param ports of https, at allowed hosts
     * @param httpHosts allowed hosts inside the own network that may be asked over plain http, on port 80
     */
    record Capture(@DefaultValue("5MB") DataSize body, @DefaultValue("5s") Duration connect, @DefaultValue("15s") Duration whole,
            @DefaultValue("443") List<Integer> ports, @DefaultValue List<String> httpHosts) {}
}
