package latent.adopt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latent.key.KeyGrammar;
import latent.key.Ladder;
import latent.key.RenditionKey;
import latent.refusal.Refusal;

/** Finds the rendition keys that take the place of old URLs. Thread-safe. */
public final class Adoption {
    private static final Pattern HOST = Pattern.compile("^https?://[^/]+");

    private final KeyGrammar grammar;
    private final Ladder ladder;
    private final List<String> sources;

    /**
     * By the rules of a deployment.
     *
     * @param sources what old URLs have before the keys of originals, such as {@code s3://bucket/}
     */
    public Adoption(KeyGrammar grammar, Ladder ladder, List<String> sources) {
        this.grammar = grammar;
        this.ladder = ladder;
        this.sources = List.copyOf(sources);
    }

    /** What takes the place of one: an address, a path or a key. */
    public AdoptedUrl read(String old) {
        String path = path(old);
        for (OldUrlForm form : OldUrlForms.ALL) {
            Matcher matcher = form.pattern().matcher(path);
            if (matcher.matches()) {
                return read(old, form, matcher);
            }
        }
        return already(old, path);
    }

    private AdoptedUrl read(String old, OldUrlForm form, Matcher matcher) {
        try {
            String options = options(form, matcher);
            RenditionKey key = form.read(options).of(original(form, matcher), grammar);
            ladder.check(key);
            return new AdoptedUrl(old, Optional.of(form), options, Optional.of(key), "");
        } catch (NotCovered | Refusal no) {
            return AdoptedUrl.none(old, Optional.of(form), String.valueOf(no.getMessage()));
        }
    }

    private AdoptedUrl already(String old, String path) {
        try {
            RenditionKey key = grammar.sign(decoded(path.substring(1)));
            ladder.check(key);
            return AdoptedUrl.already(old, key);
        } catch (NotCovered | Refusal no) {
            return AdoptedUrl.none(
                    old, Optional.empty(), "It is of no form that is known, and no key: " + no.getMessage());
        }
    }

    /** With its first slash, without its host, and with its query in the order that a function puts it into. */
    private static String path(String old) {
        String whole = HOST.matcher(old.strip()).replaceFirst("").replaceFirst("#.*", "");
        String path = whole.startsWith("/") ? whole : "/" + whole;
        int query = path.indexOf('?');
        if (query < 0) {
            return path;
        }
        String sorted = Arrays.stream(path.substring(query + 1).split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .sorted()
                .collect(Collectors.joining("&"));
        return path.substring(0, query) + (sorted.isEmpty() ? "" : "?" + sorted);
    }

    private static String options(OldUrlForm form, Matcher matcher) {
        if (form.originalFirst()) {
            return matcher.group(2);
        }
        String format = matcher.groupCount() > 2 ? matcher.group(3) : null;
        return matcher.group(1) + (format == null ? "" : "@" + format);
    }

    private String original(OldUrlForm form, Matcher matcher) {
        String written = matcher.group(form.originalFirst() ? 1 : 2);
        String named = form.base64() ? unpacked(written) : decoded(written);
        String key = sources.stream()
                .filter(named::startsWith)
                .findFirst()
                .map(source -> named.substring(source.length()))
                .orElse(named);
        if (key.contains("://")) {
            throw new NotCovered("Its original is at " + key.replaceFirst("(?<=://[^/]{1,200}/).*", "")
                    + ": say by --source what stands before the keys of originals there.");
        }
        return key.replaceFirst("^/", "");
    }

    private static String decoded(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
            if (decoded.indexOf('\ufffd') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw new NotCovered("A sign after % is no hexadecimal digit.");
        }
        throw new NotCovered("What its % stand for is no UTF-8.");
    }

    private static String unpacked(String base64) {
        try {
            String unpacked = new String(Base64.getUrlDecoder().decode(base64.replace("/", "")), UTF_8);
            if (unpacked.indexOf('\ufffd') < 0) {
                return unpacked;
            }
        } catch (IllegalArgumentException e) {
            throw new NotCovered("Its original is no base64.");
        }
        throw new NotCovered("Its original is base64 of what is no UTF-8.");
    }
}
