package eu.vitrine.cli;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The record files named on a command line; a folder stands for the YAML and JSON files in it.
 *
 * @param records what could be read
 * @param problems what could not, and why
 */
record RecordFiles(List<RecordFile> records, List<Problem> problems) {

    static RecordFiles read(List<Path> paths, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : expanded(path, problems)) {
                try {
                    sources.add(new Source(file.toString(), Files.readAllBytes(file)));
                } catch (IOException e) {
                    problems.add(new Problem(file.toString(), 0, 0, "the file cannot be read; check that it exists and may be read"));
                }
            }
        }
        Reading reading = RecordReader.with(vocabulary).read(sources);
        problems.addAll(reading.problems());
        return new RecordFiles(reading.records(), List.copyOf(problems));
    }

    private static List<Path> expanded(Path path, List<Problem> problems) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> children = Files.list(path)) {
            List<Path> files = children.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
            if (files.isEmpty()) {
                problems.add(new Problem(path.toString(), 0, 0, "the folder holds no .yaml or .json files"));
            }
            return files;
        } catch (IOException e) {
            problems.add(new Problem(path.toString(), 0, 0, "the folder cannot be read"));
            return List.of();
        }
    }
}
