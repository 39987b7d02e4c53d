package latent.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latent.key.RequestedSize;

/** Reads the texts of settings that contain parts of keys. All methods throw {@link IllegalArgumentException} on text that they cannot read. */
final class KeyTexts {
    private KeyTexts() {}

    /** {@code card=600x400_fill_q-75}, each name once; what has no equals sign gets an empty name. */
    static Map<String, String> pairs(List<String> items) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            String name = item.substring(0, Math.max(0, equals));
            if (pairs.put(name, item.substring(equals + 1)) != null && !name.isEmpty()) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return pairs;
    }

    /** {@code 320x0}. */
    static RequestedSize box(String text) {
        if (!text.matches("[0-9]{1,5}x[0-9]{1,5}")) {
            throw new IllegalArgumentException(text + " is no size like 320x0");
        }
        String[] side = text.split("x", -1);
        return new RequestedSize(Integer.parseInt(side[0]), Integer.parseInt(side[1]));
    }
}
