package eu.vitrine.cli;

import picocli.CommandLine.Option;

/** Options about the answers: with or without assumptions, and how they are printed. */
final class AnswerOptions {

    private enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--no-assumptions", description = "Answer without any assumption.")
    private boolean noAssumptions;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print: ${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.TEXT;

    /** Whether assumptions are made. */
    boolean assume() {
        return !noAssumptions;
    }

    boolean asJson() {
        return format == Format.JSON;
    }
}
