package latent.render.vips;

import java.util.Locale;

/** An operation of libvips failed, or of a decoder beside it. The message is its own, for the log and not for visitors. */
final class VipsException extends RuntimeException {
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
}
