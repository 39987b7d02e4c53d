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
 * How often each element is drawn: every {@code use}, pattern, mask, marker, clip and filter is a copy of what it refers to, so that ten
 * elements of ten references each are as good as ten thousand million. What style sheets refer to is not counted; librsvg gives up at half a
 * million references, and a worker has its deadline.
 */
final class Copies {
    private static final long MOST_DRAWN = 200_000;
    private static final int MOST_DEPTH = 200;

    private final Map<String, List<Part>> named = new HashMap<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final Part all = new Part(false);

    Copies() {
        open.push(all);
    }

    void start(String element) {
        Part part = new Part(element.endsWith("Gradient"));
        open.element().parts.add(part);
        open.push(part);
    }

    void end() {
        open.pop();
    }

    void named(String id) {
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
        private final boolean gradient;
        private boolean counting;
        private long drawn;

        Part(boolean gradient) {
            this.gradient = gradient;
        }

        long drawn(int depth) {
            if (counting || depth > MOST_DEPTH) {
                throw new Refusal(Reason.NOT_A_PICTURE, "The original is an SVG that refers to itself without end.");
            }
            if (drawn == 0) {
                counting = true;
                long sum = 1;
                for (Part part : parts) {
                    sum += part.drawn(depth + 1);
                }
                for (String id : references) {
                    sum += copied(id, depth + 1);
                }
                counting = false;
                drawn = sum;
            }
            if (drawn > MOST_DRAWN) {
                throw new Refusal(Reason.TOO_LARGE, "The original is an SVG that repeats itself too often.");
            }
            return drawn;
        }

        private long copied(String id, int depth) {
            long sum = 0;
            for (Part part : named.getOrDefault(id, List.of())) {
                sum += part.gradient ? 0 : part.drawn(depth);
            }
            return sum;
        }
    }
}
