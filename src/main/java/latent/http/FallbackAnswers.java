package latent.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import latent.image.ImageFormat;
import latent.key.RenditionKey;
import latent.key.Transformation;
import latent.lazy.FallbackPictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * A small picture in place of a refusal's sentence, for those who accept one. It is for what is wrong with an original: that it is missing, or cannot
 * be shown. What is wrong with the key or the request stays text, because the page wants mending; so does lack of tokens or room, because
 * the picture may be had a moment later, and a fault of ours.
 *
 * <p>No {@code Range} of it is answered: the whole is, as one may (RFC 9110, 14.2).
 */
public final class FallbackAnswers {
    private static final Set<Reason> OF_ORIGINALS = Collections.unmodifiableSet(EnumSet.of(
            Reason.ORIGINAL_MISSING,
            Reason.UNSUPPORTED_FORMAT,
            Reason.NOT_A_PICTURE,
            Reason.TOO_LARGE,
            Reason.RENDER_LIMIT_REACHED,
            Reason.OVER_MAX_COST));

    private final FallbackPictures pictures;
    private final FallbackStatus status;

    public FallbackAnswers(FallbackPictures pictures, FallbackStatus status) {
        this.pictures = pictures;
        this.status = status;
    }

    /**
     * The picture to answer with instead of a refusal: in the format of the key, and no larger than it allows.
     *
     * @return empty when the refusal's sentence is the answer
     */
    Optional<byte[]> instead(Refusal refusal, RenditionKey key, Context context) {
        if (!pictures.wanted() || !OF_ORIGINALS.contains(refusal.reason())) {
            return Optional.empty();
        }
        // of the sentence too: a cache must not give one who wants text the picture, nor the other way round
        context.header("Vary", "Accept");
        Transformation transformation = key.transformation();
        ImageFormat format = transformation.format();
        return AcceptedTypes.accept(context.req().getHeaders("Accept"), format.mediaType())
                ? pictures.in(format).filter(picture -> picture.length <= transformation.maxBytes())
                : Optional.empty();
    }

    /** Answers with the picture; caches may keep it exactly as long as the refusal. */
    void answer(Context context, Refusal refusal, ImageFormat format, byte[] picture) {
        context.header(RefusalHeader.NAME, RefusalHeader.of(refusal));
        context.header("Link", RequestNotes.of(context.req()).helpLink());
        context.header("Cache-Control", Answers.cacheControl(refusal.reason()));
        switch (status) {
            case REFUSAL -> Answers.send(context, refusal.reason().status(), format.mediaType(), picture);
            case OK -> Answers.sendUnlessKnown(context, format.mediaType(), picture);
        }
    }
}
