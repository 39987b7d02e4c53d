package latent.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.Set;
import latent.admission.AnswerMemory;
import latent.admission.Client;
import latent.key.KeyGrammar;
import latent.key.Ladder;
import latent.key.RenditionKey;
import latent.lazy.RenditionAnswer;
import latent.lazy.RenditionService;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.CacheTag;

/**
 * {@code GET /<rendition key>}: answers a preflight, reads the key with its signature, checks the ladder, has the rendition made, answers with it, with
 * a refusal, or with a fallback picture.
 */
final class RenditionHandler implements Handler {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final OriginVerification edge;
    private final KeyGrammar grammar;
    private final Ladder ladder;
    private final RenditionService maker;
    private final Meters meters;
    private final AnswerMemory memory;
    private final FallbackAnswers fallbacks;

    RenditionHandler(
            OriginVerification edge,
            KeyGrammar grammar,
            Ladder ladder,
            RenditionService maker,
            FallbackAnswers fallbacks,
            Meters meters) {
        this.fallbacks = fallbacks;
        this.memory = AnswerMemory.ofHeap(Runtime.getRuntime().maxMemory(), meters);
        this.edge = edge;
        this.grammar = grammar;
        this.ladder = ladder;
        this.maker = maker;
        this.meters = meters;
    }

    @Override
    public void handle(Context context) {
        try {
            Client client = edge.clientOf(context);
            if (context.req().getMethod().equals("OPTIONS")) {
                Answers.preflight(context);
                return;
            }
            RenditionKey key = key(context);
            RequestNotes.of(context.req()).understood(key);
            ladder.check(key);
            answer(context, key, client);
        } catch (Refusal refusal) {
            note(context, refusal);
            Answers.refusal(context, refusal);
        }
    }

    private void answer(Context context, RenditionKey key, Client client) {
        RenditionAnswer made;
        try {
            made = maker.make(key, client);
        } catch (Refusal refusal) {
            Optional<byte[]> fallback = fallbacks.instead(refusal, key, context);
            if (fallback.isEmpty()) {
                throw refusal;
            }
            note(context, refusal);
            fallbacks.answer(context, refusal, key.transformation().format(), fallback.get());
            return;
        }
        RequestNotes.of(context.req()).came(made.source().label());
        Answers.rendition(context, made, CacheTag.of(key.original()), memory);
    }

    private void note(Context context, Refusal refusal) {
        meters.refused(refusal.reason());
        RequestNotes.of(context.req()).refused(refusal);
    }

    private RenditionKey key(Context context) {
        if (!READING.contains(context.req().getMethod())) {
            throw new Refusal(Reason.METHOD_NOT_ALLOWED, "Only GET, HEAD and OPTIONS are supported.");
        }
        return grammar.parse(RawTarget.decode(context.req().getRequestURI()));
    }
}
