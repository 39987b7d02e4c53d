package latent.render.svg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * How often each element is drawn: every {@code use}, pattern, mask, marker, clip and filter is a copy of what it refers to, so that a few elements
 * with ten references each can be drawn ten thousand million times.
 */
final class UseExpansion {
    private static final long MOST_DRAWN = 200_000;
    private static final int MOST_DEPTH = 200;

    private final Map<String, List<Part>> named = new HashMap<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final StyleSheet sheet = new StyleSheet();
    private final Part all = new Part("");

    UseExpansion() {
        open.push(all);
    }

    void start(String element) {
        Part part = new Part(element);
        open.element().parts.add(part);
        open.push(part);
    }

    void end() {
        open.pop();
    }

    void styled(String css) {
        sheet.add(css);
    }

    void classed(String classes) {
        open.element().classes = classes;
    }

    void named(String id) {
        open.element().id = id;
        named.computeIfAbsent(id, any -> new ArrayList<>()).add(open.element());
    }

    void of(String id) {
        open.element().references.add(id);
    }

    void refuseTooMany() {
        all.drawn(0);
    }

    private final class Part {
        private final List<Part> parts = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private final String element;
        private String id = "";
        private String classes = "";
        private boolean counting;
        private long drawn;

        Part(String element) {
            this.element = element;
        }

        long drawn(int depth) {
            if (counting || depth > MOST_DEPTH) {
                throw new Refusal(Reason.NOT_A_PICTURE, "The original is an SVG that refers to itself without end.");
            }
            if (drawn == 0) {
                counting = true;
                add(1);
                parts.forEach(part -> add(part.drawn(depth + 1)));
                references.forEach(target -> copy(target, depth + 1));
                sheet.references(element, id, classes).forEach(target -> copy(target, depth + 1));
                counting = false;
            }
            return drawn;
        }

        /** A gradient is not drawn again, and a target may be missing, but to look for them is work as well. */
        private void copy(String target, int depth) {
            add(1);
            for (Part part : named.getOrDefault(target, List.of())) {
                add(part.element.endsWith("Gradient") ? 1 : part.drawn(depth));
            }
        }

        private void add(long more) {
            drawn += more;
            if (drawn > MOST_DRAWN) {
                throw new Refusal(Reason.TOO_LARGE, "The original is an SVG that repeats itself too often.");
            }
        }
    }
}
