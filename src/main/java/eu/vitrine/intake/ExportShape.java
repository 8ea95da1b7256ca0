package eu.vitrine.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The formats that records go out in. */
enum ExportShape {
    YAML("yaml", MediaType.parseMediaType("application/yaml;charset=UTF-8")),
    JSON("json", MediaType.APPLICATION_JSON),
    CSV("csv", MediaType.parseMediaType("text/csv;charset=UTF-8")),
    XLSX("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    CYCLONEDX_JSON("cdx.json", MediaType.parseMediaType("application/vnd.cyclonedx+json;version=1.7")),
    CYCLONEDX_XML("cdx.xml", MediaType.parseMediaType("application/vnd.cyclonedx+xml;version=1.7")),
    SPDX("spdx3.json", MediaType.parseMediaType("application/ld+json"));

    private final String suffix;
    private final MediaType type;

    ExportShape(String suffix, MediaType type) {
        this.suffix = suffix;
        this.type = type;
    }

    String suffix() {
        return suffix;
    }

    MediaType type() {
        return type;
    }

    /** Whether it is a table, which holds records of one kind and not all of their facts. */
    boolean isTable() {
        return this == CSV || this == XLSX;
    }

    /** Whether it was made by others and holds one model with what belongs to it. */
    boolean isOfOthers() {
        return this == CYCLONEDX_JSON || this == CYCLONEDX_XML || this == SPDX;
    }

    /** The shape whose suffix a name ends with, the longest. */
    static Optional<ExportShape> ofName(String name) {
        return Arrays.stream(values()).filter(shape -> name.endsWith("." + shape.suffix))
                .max(Comparator.comparingInt(shape -> shape.suffix.length()));
    }
}
