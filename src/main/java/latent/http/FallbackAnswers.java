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
 * Answers with a small picture in place of the sentence of a refusal, for clients that accept one. Only for originals that are missing or cannot be
 * shown. Refusals of a key or a request stay text, because the page is to be corrected. So do lack of tokens or permits, because the rendition may be
 * had a moment later, and faults.
 *
 * <p>A {@code Range} is ignored, as RFC 9110, 14.2 allows.
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
     * The picture to send instead of a refusal: in the format of the key, and within its {@code max-}.
     *
     * @return empty when the sentence of the refusal is to be sent
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

    /** Sends the picture. Caches may keep it exactly as long as the refusal. */
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
