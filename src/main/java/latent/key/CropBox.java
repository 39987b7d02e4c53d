package latent.key;

/** A part of the upright original, in its own pixels, cut out before anything else; it is clipped to the picture. */
public record CropBox(int width, int height, int left, int top) {}
