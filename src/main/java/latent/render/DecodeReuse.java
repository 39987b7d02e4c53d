package latent.render;

/**
 * Which original a render is of, among those that are rendered now, so that what was decoded for one rendition can serve the next.
 *
 * @param original a number that no other original has, nor another version of it; 0 where nothing is to be used twice
 * @param expected whether another rendition of it waits already
 */
public record DecodeReuse(long original, boolean expected) {
    public static final DecodeReuse NONE = new DecodeReuse(0, false);
}
