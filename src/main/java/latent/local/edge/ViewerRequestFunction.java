package latent.local.edge;

import latent.local.web.Reply;
import latent.local.web.Request;

/** A CloudFront Function at the viewer request: before the cache, without network or body. */
@FunctionalInterface
public interface ViewerRequestFunction {
    Result apply(Request request);

    /** What a function makes of a request. */
    sealed interface Result {
        /** Goes on with this request: its target is what the cache key is made of. */
        record Forward(Request request) implements Result {}

        /** Is answered at the edge, without asking the cache or the origin. */
        record Answer(Reply reply) implements Result {}
    }

    static ViewerRequestFunction none() {
        return Result.Forward::new;
    }
}
