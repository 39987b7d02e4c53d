package latent.local.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.HeaderFields;
import latent.local.web.Request;
import latent.refusal.Refusal;

/** The function at the edge as Terraform joins it, asked for paths. */
final class EdgeFunction implements AutoCloseable {
    /** The rules of keys of the processor behind it. */
    static final KeyRules RULES =
            new KeyRules(Alphabet.SAFE, 4096, Map.of("card", "600x400_fill_q-75", "wide", "1280x0"));

    private static final Path PARTS = Path.of("terraform", "functions");

    private final FunctionInNode function;

    private EdgeFunction(FunctionInNode function) {
        this.function = function;
    }

    /** A function that chooses no format and signs no key. */
    static EdgeFunction of(Alphabet alphabet) {
        return with("[]", false, "", alphabet);
    }

    /** A function with the safe alphabet; formats and secrets are written as JavaScript lists. */
    static EdgeFunction with(String formats, boolean dpr, String secrets) {
        return with(formats, dpr, secrets, Alphabet.SAFE);
    }

    static EdgeFunction with(String formats, boolean dpr, String secrets, Alphabet alphabet) {
        String settings =
                "const settings = {keyPrefix: '', maxAge: 300, formats: %s, dpr: %s, maxSide: 4096, signingSecrets: [%s], unicode: %s};"
                        .formatted(formats, dpr, secrets, alphabet == Alphabet.UNICODE);
        return new EdgeFunction(FunctionInNode.of(Stream.concat(
                        Stream.of(settings),
                        Stream.of("key", "query", "negotiate", "signature", "handler")
                                .map(EdgeFunction::source))
                .collect(Collectors.joining("\n"))));
    }

    private static String source(String part) {
        try {
            return Files.readString(PARTS.resolve(part + ".js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path that goes on, as it is spelt, without its slash; empty when the edge refuses. Headers as name and value in turn. */
    Optional<String> ask(String path, String query, String... headers) {
        HeaderFields fields = HeaderFields.none();
        for (int i = 0; i < headers.length; i += 2) {
            fields.set(headers[i], headers[i + 1]);
        }
        String target = "/" + encoded(path) + (query.isEmpty() ? "" : "?" + query);
        InetSocketAddress visitor = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
        return switch (function.apply(new Request("GET", target, fields.build(), visitor))) {
            case Result.Forward forward ->
                Optional.of(forward.request().target().substring(1));
            case Result.Answer refused -> Optional.empty();
        };
    }

    /** The path as a browser writes it: what no key may hold by default is percent-encoded. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(UTF_8)) {
            boolean plain = b > ' ' && b < 0x7f && "\"#%<>?`{}".indexOf(b) < 0;
            encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return encoded.toString();
    }

    /** What the processor says to a path; empty where it is a key. */
    static Optional<String> refusal(KeyGrammar grammar, String path) {
        try {
            grammar.parse(path);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    @Override
    public void close() {
        function.close();
    }
}
