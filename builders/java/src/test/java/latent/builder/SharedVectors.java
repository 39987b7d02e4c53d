package latent.builder;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latent.key.Alphabet;
import latent.key.KeyRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What builders in all languages are held to: {@code vectors.json} and {@code markup.json} beside their folders. */
final class SharedVectors {
    /** The builders' folder: that of this module, or what the main build says. */
    private static final String FOLDER = System.getProperty("latent.builders", "..");

    private SharedVectors() {}

    static JsonNode read(String name) {
        return new JsonMapper().readTree(new File(FOLDER, name));
    }

    /** A file of this module. */
    static Path file(String name) {
        return Path.of(FOLDER, "java", name);
    }

    static LatentKeys keys(JsonNode rules, Alphabet alphabet) {
        Map<String, String> presets = new HashMap<>();
        rules.get("presets").forEachEntry((name, meaning) -> presets.put(name, meaning.asString()));
        return LatentKeys.DEFAULT.withRules(
                new KeyRules(alphabet, rules.get("maxSide").asInt(), presets));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
