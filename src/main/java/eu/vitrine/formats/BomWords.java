package eu.vitrine.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The few words of bills of materials that plainly name a choice of the vocabulary, and those that say nothing. */
final class BomWords {

    private static final Set<String> NOTHING = Set.of("noassertion", "no assertion", "undefined", "not stated", "unlicensed");
    private static final Pattern TEMPLATE = Pattern.compile("(?is).{0,80}\\bgoes here\\.?");
    private static final Map<String, String> KINDS = Map.of(
            "dense", "dense", "dense transformer", "dense", "mixture of experts", "mixture_of_experts", "moe", "mixture_of_experts",
            "sparse mixture of experts", "mixture_of_experts", "mixture of experts transformer", "mixture_of_experts");
    private static final Map<String, String> MODALITIES = Map.ofEntries(
            Map.entry("text", "text"), Map.entry("string", "text"), Map.entry("code", "code"), Map.entry("image", "image"), Map.entry("images", "image"),
            Map.entry("audio", "audio"), Map.entry("speech", "speech"), Map.entry("video", "video"), Map.entry("file", "file"), Map.entry("files", "file"),
            Map.entry("music", "music"), Map.entry("embedding", "embedding"), Map.entry("embeddings", "embedding"));
    private static final Set<String> MEDIA = Set.of("text", "image", "audio", "video");
    private static final Pattern HUB_PURL = Pattern.compile("pkg:huggingface/([^/@?#]+)/([^/@?#]+)(?:@([^/@?#]+))?(?:[?#].*)?");
    private static final Pattern WEIGHTS = Pattern.compile("(?i).*\\.(safetensors|gguf|ggml|bin|pt|pth|ckpt|onnx|h5|keras|tflite|npz)");
    private static final Pattern JOINED = Pattern.compile("\\s+(?i:AND|OR|WITH)\\s+|[()]");

    private BomWords() {}

    /** Whether this stands where a statement should and makes none. */
    static boolean saysNothing(String text) {
        return Wording.isPlaceholder(text) || NOTHING.contains(text.toLowerCase(Locale.ROOT))
                || TEMPLATE.matcher(text).matches();
    }

    /** Whether a field that holds this text is read back as the same text. */
    static boolean survives(String text) {
        return text.length() <= BomDraft.LONGEST_NAME && text.equals(text.strip().replaceAll("\\s+", " ")) && !saysNothing(text)
                && Wording.unfit(text) == null && text.indexOf('\uFFFE') < 0 && text.indexOf('\uFFFF') < 0;
    }

    /** The kind of architecture that these words plainly name, or null. */
    static @Nullable String architecture(String text) {
        return KINDS.get(text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " "));
    }

    /** The modality that this data format plainly is, or null; a media type counts by its first part. */
    static @Nullable String modality(String format) {
        String bare = format.strip().toLowerCase(Locale.ROOT);
        int slash = bare.indexOf('/');
        String media = slash < 0 ? bare : bare.substring(0, slash);
        return slash > 0 && MEDIA.contains(media) ? media : MODALITIES.get(bare);
    }

    /** The repository on the hub that a package URL names, or null. */
    static @Nullable String hubOfPurl(String purl) {
        Matcher matcher = HUB_PURL.matcher(purl.length() > 400 ? "" : purl);
        return matcher.matches() && !purl.contains("%")
                ? matcher.group(1) + "/" + matcher.group(2) + (matcher.group(3) == null ? "" : "@" + matcher.group(3)) : null;
    }

    /** Whether a file of this name holds the weights of a model. */
    static boolean isWeights(String name) {
        return name.length() <= 300 && WEIGHTS.matcher(name).matches();
    }

    /** The identifiers in a licence expression; one where nothing is combined. */
    static List<String> licences(String expression) {
        List<String> ids = new ArrayList<>();
        for (String id : JOINED.split(expression.length() > 1000 ? expression.substring(0, 1000) : expression)) {
            if (!id.isBlank() && !ids.contains(id.strip())) {
                ids.add(id.strip());
            }
        }
        return ids;
    }
}
