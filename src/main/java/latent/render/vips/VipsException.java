package latent.render.vips;

import java.util.Locale;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** An operation of libvips failed, or of a decoder beside it. The message is its own, for the log and not for visitors. */
final class VipsException extends RuntimeException {
    static final String TOO_MUCH_MEMORY =
            "This original takes too much memory to render: it has too many pixels, or too many in a row.";

    private static final String NOT_BY_THIS_DECODER =
            "The original is coded in a way that the decoder here does not read, as an AVIF with a side of more than 16,384 pixels: save it as JPEG.";

    private static final long serialVersionUID = 1L;

    VipsException(String message) {
        super(message);
    }

    /** True when no memory could be had: libvips' own words, and those of libheif. */
    boolean isOutOfMemory() {
        String message = String.valueOf(getMessage());
        return message.contains("out of memory") || message.contains("Memory allocation error");
    }

    /** True when writing a file failed: messages of savers begin with {@code webpsave}, {@code VipsForeignSaveJpeg} and the like. */
    boolean isSavers() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("save");
    }

    /** An error of a decoder means a bad file; an error of a saver is a fault of ours. Computation is lazy: both surface in the last step, by name. */
    RuntimeException answer() {
        String words = String.valueOf(getMessage());
        if (isOutOfMemory()) {
            return new Refusal(Reason.RENDER_LIMIT_REACHED, TOO_MUCH_MEMORY).withDetail(words);
        }
        if (words.contains("not supported by this decoder")) {
            return new Refusal(Reason.UNSUPPORTED_FORMAT, NOT_BY_THIS_DECODER).withDetail(words);
        }
        return isSavers()
                ? new FaultException(Fault.RENDER_FAILED, "libvips cannot write the rendition: " + words)
                : new Refusal(Reason.NOT_A_PICTURE, "The original cannot be decoded.").withDetail(words);
    }
}
