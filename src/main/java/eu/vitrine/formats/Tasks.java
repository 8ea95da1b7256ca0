package eu.vitrine.formats;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes into a model and comes out of it, by the task that its card names. Of other tasks the name does not say it. */
final class Tasks {

    /** @param output what the model generates; empty where it judges and generates nothing */
    record Task(List<String> input, List<String> output) {}

    private static final List<String> TEXT = List.of("text");
    private static final List<String> IMAGE = List.of("image");
    private static final List<String> NOTHING = List.of();
    private static final Map<String, Task> TASKS = Map.ofEntries(
            Map.entry("text-generation", new Task(TEXT, TEXT)), Map.entry("text2text-generation", new Task(TEXT, TEXT)),
            Map.entry("text-to-text", new Task(TEXT, TEXT)), Map.entry("summarization", new Task(TEXT, TEXT)),
            Map.entry("translation", new Task(TEXT, TEXT)), Map.entry("question-answering", new Task(TEXT, TEXT)),
            Map.entry("fill-mask", new Task(TEXT, TEXT)), Map.entry("text-classification", new Task(TEXT, NOTHING)),
            Map.entry("token-classification", new Task(TEXT, NOTHING)), Map.entry("zero-shot-classification", new Task(TEXT, NOTHING)),
            Map.entry("text-ranking", new Task(TEXT, NOTHING)), Map.entry("sentence-similarity", new Task(TEXT, NOTHING)),
            Map.entry("image-text-to-text", new Task(List.of("image", "text"), TEXT)), Map.entry("image-to-text", new Task(IMAGE, TEXT)),
            Map.entry("visual-question-answering", new Task(List.of("image", "text"), TEXT)),
            Map.entry("document-question-answering", new Task(List.of("image", "text"), TEXT)),
            Map.entry("video-text-to-text", new Task(List.of("video", "text"), TEXT)),
            Map.entry("audio-text-to-text", new Task(List.of("audio", "text"), TEXT)),
            Map.entry("text-to-image", new Task(TEXT, IMAGE)), Map.entry("image-to-image", new Task(IMAGE, IMAGE)),
            Map.entry("text-to-video", new Task(TEXT, List.of("video"))), Map.entry("image-to-video", new Task(IMAGE, List.of("video"))),
            Map.entry("text-to-speech", new Task(TEXT, List.of("speech"))), Map.entry("text-to-audio", new Task(TEXT, List.of("audio"))),
            Map.entry("audio-to-audio", new Task(List.of("audio"), List.of("audio"))),
            Map.entry("automatic-speech-recognition", new Task(List.of("speech"), TEXT)),
            Map.entry("audio-classification", new Task(List.of("audio"), NOTHING)),
            Map.entry("image-classification", new Task(IMAGE, NOTHING)), Map.entry("object-detection", new Task(IMAGE, NOTHING)),
            Map.entry("image-segmentation", new Task(IMAGE, NOTHING)), Map.entry("depth-estimation", new Task(IMAGE, NOTHING)),
            Map.entry("video-classification", new Task(List.of("video"), NOTHING)));

    private Tasks() {}

    /** The task of this name, or null when its name does not say what goes in and out. */
    static @Nullable Task named(String name) {
        return TASKS.get(name);
    }
}
