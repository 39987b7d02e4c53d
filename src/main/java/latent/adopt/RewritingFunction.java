package latent.adopt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Alphabet;
import latent.key.RenditionKey;

/**
 * A function for CloudFront (JavaScript 2.0) that rewrites old URLs to keys: it takes them apart by the patterns of their forms, and has a table of what
 * their options become. So it knows originals that nobody has asked for yet, and no options but those that it was made from. Used by one thread.
 */
public final class RewritingFunction {
    /** What CloudFront takes, in bytes. */
    public static final int MOST_BYTES = 10 * 1024;

    /** So many kinds of options are counted: what is as rare as the others would not fit anyway. */
    private static final int MOST_COUNTED = 100_000;

    private final List<String> sources;
    private final Alphabet alphabet;
    private final Map<Rule, Long> rules = new LinkedHashMap<>();

    /** What options of a form become: the end of a stem, and a format, empty where it is the original's own. */
    private record Rule(OldUrlForm form, String options, String end, String format) {
        String entry() {
            return quoted(options) + ":[" + quoted(end) + "," + quoted(format) + "]";
        }
    }

    /** @param sources as {@link Adoption} has them */
    public RewritingFunction(List<String> sources, Alphabet alphabet) {
        this.sources = List.copyOf(sources);
        this.alphabet = alphabet;
    }

    /** Learns from a URL that something takes the place of. */
    public void add(AdoptedUrl url) {
        url.form().ifPresent(form -> {
            RenditionKey key = url.key().orElseThrow();
            String original = key.original().value();
            String own = extension(original);
            String stem = original.substring(0, original.length() - own.length() - 1);
            ImageFormat format = key.transformation().format();
            String end = key.value().substring(stem.length(), key.value().indexOf("." + own, stem.length()));
            boolean given = !ImageFormat.ofOriginalExtension(own).orElseThrow().equals(format);
            Rule rule = new Rule(form, url.options(), end, given ? format.extension() : "");
            if (rules.containsKey(rule) || rules.size() < MOST_COUNTED) {
                rules.merge(rule, 1L, Long::sum);
            }
        });
    }

    private static String extension(String original) {
        return original.substring(original.lastIndexOf('.') + 1);
    }

    /**
     * What was written.
     *
     * @param code    of the function
     * @param holds   kinds of options that it knows
     * @param urls    that it rewrites, of those that it was made from
     * @param missing kinds that found no room in it
     */
    public record Written(String code, int holds, long urls, int missing) {}

    /** The function with the most frequent options, as many as fit. */
    public Written write() {
        List<Map.Entry<Rule, Long>> ranked = rules.entrySet().stream()
                .sorted(Map.Entry.<Rule, Long>comparingByValue().reversed())
                .toList();
        List<Rule> held = new ArrayList<>();
        long urls = 0;
        int room = MOST_BYTES - code(held).getBytes(UTF_8).length;
        for (Map.Entry<Rule, Long> rule : ranked) {
            int needs = rule.getKey().entry().getBytes(UTF_8).length + 1;
            if (needs <= room) {
                held.add(rule.getKey());
                room -= needs;
                urls += rule.getValue();
            }
        }
        return new Written(code(held), held.size(), urls, rules.size() - held.size());
    }

    private String code(List<Rule> held) {
        String table = OldUrlForms.ALL.stream()
                .map(form -> "{pattern:/" + form.pattern().pattern().replace("/", "\\/") + "/,originalFirst:"
                        + form.originalFirst() + ",base64:" + form.base64() + ",ends:{"
                        + held.stream()
                                .filter(rule -> rule.form().equals(form))
                                .sorted(Comparator.comparing(Rule::options))
                                .map(Rule::entry)
                                .collect(Collectors.joining(","))
                        + "}}")
                .collect(Collectors.joining(",\n"));
        String formats = Stream.of(ImageFormat.values())
                .flatMap(format -> format.extensions().stream()
                        .map(extension -> extension + ":" + quoted(format.ofRenditions() ? format.extension() : "")))
                .collect(Collectors.joining(","));
        return "const forms = [\n" + table + "];\nconst formats = {" + formats + "};\nconst sources = ["
                + sources.stream().map(RewritingFunction::quoted).collect(Collectors.joining(","))
                + "];\nconst alphabet = " + alphabet() + ";\n" + body();
    }

    /** What few names hold that keys may not, such as unassigned code points, is left to the processor. */
    private String alphabet() {
        return switch (alphabet) {
            case SAFE -> "/^[A-Za-z0-9._\\/!*'()-]+$/";
            case UNICODE -> "/^[^\\u0000-\\u001f\\u007f-\\u009f\\\\]+$/";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String body() {
        try (InputStream body = Objects.requireNonNull(RewritingFunction.class.getResourceAsStream("rewrite.js"))) {
            return new String(body.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
