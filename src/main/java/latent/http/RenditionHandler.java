package latent.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
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

/** {@code GET /<rendition key>}: answers a preflight, reads the key with its signature, checks the ladder, has the rendition made, answers with it or with a refusal. */
final class RenditionHandler implements Handler {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final OriginVerification edge;
    private final KeyGrammar grammar;
    private final Ladder ladder;
    private final RenditionService maker;
    private final Meters meters;
    private final AnswerMemory memory;

    RenditionHandler(
            OriginVerification edge, KeyGrammar grammar, Ladder ladder, RenditionService maker, Meters meters) {
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
            RequestNotes notes = RequestNotes.of(context.req());
            notes.understood(key);
            ladder.check(key);
            RenditionAnswer answer = maker.make(key, client);
            notes.came(answer.source().label());
            Answers.rendition(context, answer, CacheTag.of(key.original()), memory);
        } catch (Refusal refusal) {
            meters.refused(refusal.reason());
            Answers.refusal(context, refusal);
        }
    }

    private RenditionKey key(Context context) {
        if (!READING.contains(context.req().getMethod())) {
            throw new Refusal(Reason.METHOD_NOT_ALLOWED, "Only GET, HEAD and OPTIONS are supported.");
        }
        return grammar.parse(RawTarget.decode(context.req().getRequestURI()));
    }
}
