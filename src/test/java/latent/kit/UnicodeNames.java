package latent.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Names of files outside of ASCII. */
public final class UnicodeNames {
    /** As cameras, phones, computers and their users give them. */
    public static final List<String> OF_PEOPLE = List.of(
            "Screenshot 2024-01-02 at 3.04.05\u202fPM",
            "a[1]",
            "a\u2013b \u2014 c",
            "\u2116 1",
            "\u201cquoted\u201d \u2018and\u2019 \u00abso\u00bb",
            "\u00bfqu\u00e9? \u00a1s\u00ed!",
            "caf\u00e9",
            "cafe\u0301",
            "\ud83d\ude00 smile",
            "\ud83d\udc69\u200d\ud83d\ude80",
            "\u2764\ufe0f",
            "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
            "\u7530\u4e2d\u3055\u3093\u3000\u5199\u771f",
            "\u0627\u0644\u0635\u0648\u0631\u0629",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0939\u093f\u0928\u094d\u0926\u0940",
            "100% wool",
            "50%25",
            "#1 & #2",
            "what?",
            "a+b=c; d, e: f @ g $5 ~h",
            "\"x\" <y> {z} |^`",
            "5\u20ac \u00d7 3\u00b2",
            "\u00a0no-break");

    private UnicodeNames() {}

    /** A few code points of every general category that Java knows, each in a name; also those that no key may hold. */
    public static List<String> oneOfEachKind(long seed) {
        Random random = new Random(seed);
        Map<Integer, List<String>> byCategory = new TreeMap<>();
        for (int tries = 0; tries < 200_000; tries++) {
            int codePoint = tries % 2 == 0 ? random.nextInt(0x3000) : random.nextInt(Character.MAX_CODE_POINT + 1);
            boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            List<String> names =
                    byCategory.computeIfAbsent(Character.getType(codePoint), category -> new ArrayList<>());
            if (!half && names.size() < 40) {
                names.add("a" + Character.toString(codePoint) + "b");
            }
        }
        return byCategory.values().stream().flatMap(List::stream).toList();
    }
}
