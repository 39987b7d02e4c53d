package latent.render.vips;

import java.util.Locale;

/** libvips said no, or a decoder beside it; the message is its own words, for the log and never for a visitor. */
final class VipsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VipsException(String said) {
        super(said);
    }

    /** True when no memory could be had: libvips' own words, and those of libheif. */
    boolean isOutOfMemory() {
        String said = String.valueOf(getMessage());
        return said.contains("out of memory") || said.contains("Memory allocation error");
    }

    /** True when what failed is writing a file: savers sign as {@code webpsave}, {@code VipsForeignSaveJpeg} and the like. */
    boolean isSavers() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("save");
    }
}
