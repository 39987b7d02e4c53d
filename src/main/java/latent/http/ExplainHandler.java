package latent.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latent.admission.Client;
import latent.image.ImageHeader;
import latent.key.KeyGrammar;
import latent.key.Ladder;
import latent.key.RenditionKey;
import latent.key.Transformation;
import latent.lazy.RenditionForecast;
import latent.lazy.RenditionService;
import latent.logging.Json;
import latent.refusal.Fault;
import latent.refusal.Refusal;

/**
 * {@code GET /-/explain/<rendition key>}: how a key is understood, what a render of it would cost, and why it is refused, as JSON. Nothing is
 * rendered or stored. It reads the first bytes of the original and costs the client a look-up, so that it cannot be requested more often than a key
 * without an original.
 */
final class ExplainHandler implements Handler {
    static final String PAGE = ProcessorServer.OWN_PAGES + "explain/";

    private final KeyGrammar grammar;
    private final Ladder ladder;
    private final RenditionService renditions;
    private final HelpLink help;

    ExplainHandler(KeyGrammar grammar, Ladder ladder, RenditionService renditions, HelpLink help) {
        this.grammar = grammar;
        this.ladder = ladder;
        this.renditions = renditions;
        this.help = help;
    }

    @Override
    public void handle(Context context) {
        Map<String, Object> said = new LinkedHashMap<>();
        Map<String, Object> answer;
        try {
            answer = explain(context, said).map(this::answer).orElse(Map.of("status", 200));
        } catch (RuntimeException failure) {
            answer = answer(FaultKinds.of(failure), failure.toString());
        }
        said.put("answer", answer);
        Answers.text(context, 200, "application/json", Json.of(said) + "\n");
    }

    private Optional<Refusal> explain(Context context, Map<String, Object> said) {
        try {
            String path = RawTarget.decode(context.req().getRequestURI().substring(PAGE.length() - 1));
            said.put("key", path);
            RenditionKey key = grammar.parse(path);
            said.put("understood", understood(key));
            ladder.check(key);
            Client client = new Client(ClientNetwork.of(context.req().getRemoteAddr()));
            RenditionForecast forecast = renditions.forecast(key, client);
            forecast.atHand().ifPresent(source -> said.put("source", source.label()));
            said.put("from", forecast.from());
            forecast.original().ifPresent(original -> said.put("original", original(original)));
            forecast.expected().ifPresent(expected -> said.put("cost", cost(expected)));
            return forecast.atHand().isPresent() ? Optional.empty() : forecast.refusal();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static Map<String, Object> understood(RenditionKey key) {
        Transformation transformation = key.transformation();
        Map<String, Object> understood = new LinkedHashMap<>();
        understood.put("original", key.original().value());
        understood.put("width", transformation.box().width());
        understood.put("height", transformation.box().height());
        understood.put("options", transformation.tokens());
        understood.put("format", transformation.format().extension());
        understood.put("canonical", transformation.print());
        return understood;
    }

    private static Map<String, Object> original(RenditionForecast.OpenedOriginal original) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("bytes", original.bytes());
        said.put("eTag", original.eTag());
        original.header().ifPresent(header -> tell(header, said));
        return said;
    }

    private static void tell(ImageHeader header, Map<String, Object> said) {
        said.put("format", header.format().extension());
        said.put("width", header.upright().width());
        said.put("height", header.upright().height());
        said.put("frames", header.frames());
        said.put("interlaced", header.interlaced());
    }

    private static Map<String, Object> cost(RenditionForecast.Expected expected) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("cpuSeconds", Math.round(expected.cpuSeconds() * 1e3) / 1e3);
        said.put("megapixels", expected.kilopixels() / 1e3);
        said.put("memoryBytes", expected.memoryBytes());
        return said;
    }

    private Map<String, Object> answer(Refusal refusal) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("status", refusal.reason().status());
        said.put("reason", refusal.reason().name());
        said.put("sentence", refusal.sentence());
        said.put("detail", refusal.detail());
        said.put("cause", refusal.reason().cause());
        said.put("remedy", refusal.reason().remedy());
        said.put("help", help.page() + "#" + refusal.reason().anchor());
        return said;
    }

    private Map<String, Object> answer(Fault fault, String words) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("status", fault.status());
        said.put("reason", fault.name());
        said.put("detail", words);
        said.put("cause", fault.cause());
        said.put("remedy", fault.remedy());
        said.put("help", help.page() + "#" + fault.anchor());
        return said;
    }
}
