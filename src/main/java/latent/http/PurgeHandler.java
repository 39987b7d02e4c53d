package latent.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import latent.key.KeyGrammar;
import latent.purge.PurgeFailed;
import latent.purge.PurgeScope;
import latent.purge.RequestedPurge;

/**
 * {@code POST /-/purge?original=widgets/a.jpg&prefix=widgets/&dry-run=true} with an admin token: does what {@code latent purge} does, with the same
 * text as answer. 400 for parameters that name nothing, 401 without a token, 502 when S3 or CloudFront fails.
 */
public final class PurgeHandler implements Handler {
    private final AdminTokens tokens;
    private final KeyGrammar grammar;
    private final RequestedPurge purge;

    public PurgeHandler(AdminTokens tokens, KeyGrammar grammar, RequestedPurge purge) {
        this.tokens = tokens;
        this.grammar = grammar;
        this.purge = purge;
    }

    @Override
    public void handle(Context context) {
        if (!tokens.accept(Optional.ofNullable(context.header("Authorization")).orElse(""))) {
            context.header("WWW-Authenticate", "Bearer");
            answer(context, 401, "Show one of admin.tokens: Authorization: Bearer TOKEN.\n");
            return;
        }
        try {
            List<PurgeScope> scopes =
                    PurgeScope.of(grammar, context.queryParams("original"), context.queryParams("prefix"));
            boolean dryRun = "true".equals(context.queryParam("dry-run"));
            long removed = purge.run(scopes, dryRun, (scope, count) -> {});
            answer(context, 200, removed + " renditions" + (dryRun ? " would be removed\n" : " removed\n"));
        } catch (IllegalArgumentException notUnderstood) {
            answer(context, 400, notUnderstood.getMessage() + "\n");
        } catch (PurgeFailed incomplete) {
            answer(context, 502, incomplete.getMessage() + "\n");
        }
    }

    private static void answer(Context context, int status, String sentence) {
        Answers.text(context, status, "text/plain", sentence);
    }
}
