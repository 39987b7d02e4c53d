package latent.key;

import java.util.List;

/** What is done to the colours of the resized picture. Effects are applied in the order of {@link #kinds}, in which keys spell them too. */
public sealed interface Effect extends Option permits Blur, Sharpen, Grayscale {
    /** All effects, in their order. */
    static List<OptionKind<?>> kinds() {
        return List.of(Blur.KIND, Sharpen.KIND, Grayscale.KIND);
    }
}
