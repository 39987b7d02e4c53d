package latent.key;

/** How a picture meets its box. None enlarges a picture unless the key says {@code up}. */
public enum Fit {
    /** Whole picture, inside the box, aspect ratio kept: one side may come out shorter. */
    FIT,
    /** Covers the box, aspect ratio kept; what stands over is cut off. Without {@code up} a small picture fills a smaller box of the same shape. */
    FILL,
    /** Whole picture inside the box, the rest of the box filled with the background: always exactly the box. */
    PAD,
    /** Exactly the box; the aspect ratio is given up. Without {@code up} no side becomes longer than the picture's. */
    FORCE
}
