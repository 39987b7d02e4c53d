import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What visitors ask for: each workload has widths of its own, so that none finds what another has had made. */
enum VisitorLoad {
    FIRST_MINUTE("(a) cold keys, from the start on", 0, 8),
    COLD("(a) cold keys, warmed up", 0, 8),
    FAMILIES("(b) families of 4 widths as JPEG and WebP", 1, 2),
    HOT("(c) one new key asked for by 300 at once", 2, 300),
    MIX("(d) 80 % of the requests for 20 % of the keys", 3, 8),
    ONE_BY_ONE("(e) one at a time", 4, 1),
    ONE_BY_ONE_FAR("(e) one at a time, S3 answers 30 ms late", 5, 1),
    OPEN("(f) 8 a second, whether answered or not", 6, 0),
    NEVER_SEEN("(g) originals that nobody has asked for", 7, 8),
    NEVER_SEEN_FAR("(h) the same one at a time, S3 answers 30 ms late", 8, 1);

    /** Each photograph is there under so many names more: the first for (g), the last for (h). */
    private static final int COPIES = 16;

    private static final int FAR_COPIES = 4;

    private static final int NARROWEST = 300;
    private static final int WIDTHS = 261;

    final String title;
    final int visitors;
    private final int lane;

    VisitorLoad(String title, int lane, int visitors) {
        this.title = title;
        this.lane = lane;
        this.visitors = visitors;
    }

    /** Groups of keys that are asked for at once, without end but for the widths. */
    Iterator<List<String>> groups(List<String> names, boolean webp) {
        return switch (this) {
            case FAMILIES -> names(names).map(name -> family(name, 4)).iterator();
            case MIX -> mix(names, new Random(lane));
            case NEVER_SEEN -> once(copies(names, 0, COPIES - FAR_COPIES), webp);
            case NEVER_SEEN_FAR -> once(copies(names, COPIES - FAR_COPIES, COPIES), webp);
            default -> cold(names, webp).map(List::of).iterator();
        };
    }

    /** Whether S3 takes longer than the bench was told to let it take. */
    boolean far() {
        return this == ONE_BY_ONE_FAR || this == NEVER_SEEN_FAR;
    }

    /** The names under which photographs are there once more. */
    static List<String> copies(List<String> names) {
        return copies(names, 0, COPIES);
    }

    private static List<String> copies(List<String> names, int first, int end) {
        return IntStream.range(first, end).boxed().flatMap(copy -> names.stream().map(name -> name + "-" + copy)).toList();
    }

    private Iterator<List<String>> once(List<String> names, boolean webp) {
        return cold(names, webp).limit(names.size()).map(List::of).iterator();
    }

    /** Lanes share no height, so they share no key; the height never binds. */
    private String key(String name, int width, boolean webp) {
        return "%s_%d_%d.jpg%s".formatted(name, width, 3_000 + lane, webp ? ".webp" : "");
    }

    private Stream<String> cold(List<String> names, boolean webp) {
        return IntStream.range(0, names.size() * WIDTHS)
                .mapToObj(i -> key(names.get(i % names.size()), NARROWEST + (i * 97 + i / names.size()) % WIDTHS, webp && i % 2 == 1))
                .distinct();
    }

    private Stream<String> names(List<String> names) {
        return IntStream.range(0, 40).boxed().flatMap(round -> names.stream().map(name -> name + "#" + round));
    }

    private List<String> family(String nameAndRound, int widths) {
        String[] parts = nameAndRound.split("#");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < widths; i++) {
            int width = NARROWEST + Integer.parseInt(parts[1]) + 64 * i;
            keys.add(key(parts[0], width, false));
            keys.add(key(parts[0], width, true));
        }
        return keys;
    }

    private Iterator<List<String>> mix(List<String> names, Random random) {
        List<String> all = cold(names, false).limit(400).toList();
        int popular = all.size() / 5;
        return Stream.generate(() -> random.nextInt(5) > 0
                        ? all.get(random.nextInt(popular))
                        : all.get(popular + random.nextInt(all.size() - popular)))
                .map(List::of)
                .iterator();
    }
}
