package latent.render;

/** Abilities that an engine may lack, one for each option of the key language that is not plain sizing. */
public enum Technique {
    GRAVITY,
    FOCAL_POINT,
    SMART_CROP,
    CROP_BOX,
    ROTATION,
    FLIP,
    TRIM,
    BLUR,
    SHARPEN,
    GRAYSCALE,
    WATERMARK,
    AUTO_QUALITY,
    MAX_BYTES,
    KEEP_ICC,
    KEEP_COPYRIGHT,
    ANIMATION
}
