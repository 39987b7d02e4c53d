package latent.render;

/**
 * The order of a JPEG file's coefficients; either with the best Huffman tables. Progressive files are 4 to 5 % smaller and show a whole picture
 * from their first bytes; to write them takes two to three times as long, which a render of one megapixel feels and one of twelve does not.
 */
public enum JpegCoding {
    PROGRESSIVE,
    SEQUENTIAL
}
