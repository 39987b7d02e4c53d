package latent.render.cost;

import latent.image.ImageFormat;

/**
 * What the cost of a render depends on by format, a row for each.
 *
 * @param decoding          the work of reading a file
 * @param encoding          the work of writing one
 * @param busyBytesPerPixel bytes in a file for each pixel of a photograph that is in focus everywhere, at the qualities that are usual
 */
record FormatCost(WorkKind decoding, WorkKind encoding, double busyBytesPerPixel) {
    /** Of a format that is not written: a key that asks for it is refused before. */
    private static final WorkKind NOT_WRITTEN = WorkKind.ENCODE_PNG;

    /** Of a drawing: shapes have few colours however long their description is. */
    private static final double NEVER_BUSY = Double.MAX_VALUE;

    static FormatCost of(ImageFormat format) {
        return switch (format) {
            case JPEG -> new FormatCost(WorkKind.DECODE_JPEG, WorkKind.ENCODE_JPEG, 0.2);
            case PNG -> new FormatCost(WorkKind.DECODE_PNG, WorkKind.ENCODE_PNG, 2);
            case WEBP -> new FormatCost(WorkKind.DECODE_WEBP, WorkKind.ENCODE_WEBP, 0.12);
            case GIF -> new FormatCost(WorkKind.DECODE_GIF, WorkKind.CHOOSE_COLOURS, 0.7);
            case AVIF -> new FormatCost(WorkKind.DECODE_AVIF, WorkKind.ENCODE_AVIF, 0.08);
            case HEIC -> new FormatCost(WorkKind.DECODE_HEIC, NOT_WRITTEN, 0.08);
            case TIFF -> new FormatCost(WorkKind.DECODE_TIFF, NOT_WRITTEN, 2);
            case BMP, ICO -> new FormatCost(WorkKind.DECODE_BMP, NOT_WRITTEN, 2);
            case SVG -> new FormatCost(WorkKind.DRAW_SVG, NOT_WRITTEN, NEVER_BUSY);
        };
    }
}
