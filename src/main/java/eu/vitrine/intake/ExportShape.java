package eu.vitrine.intake;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The formats that records go out in. */
enum ExportShape {
    YAML("yaml", MediaType.parseMediaType("application/yaml;charset=UTF-8")),
    JSON("json", MediaType.APPLICATION_JSON),
    CSV("csv", MediaType.parseMediaType("text/csv;charset=UTF-8")),
    XLSX("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

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

    static Optional<ExportShape> of(String suffix) {
        return Arrays.stream(values()).filter(shape -> shape.suffix.equals(suffix)).findFirst();
    }
}
