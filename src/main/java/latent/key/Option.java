package latent.key;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;

/**
 * The value of one option of a rendition key. Each option has one file: its value, its token, how that is read and written, what an engine must be
 * able to do for it, what it goes with, and its line of the URL reference. It is part of the language by standing in {@link #kinds}.
 */
public sealed interface Option
        permits Fit,
                Enlarge,
                Gravity,
                CropBox,
                DevicePixelRatio,
                Rotation,
                Flip,
                Trim,
                Effect,
                Background,
                WatermarkName,
                KeepIcc,
                KeepCopyright,
                Quality,
                MaxBytes,
                Version {
    /** All options, in the one order in which a key spells them. A method, because a field would be read before the options exist. */
    static List<OptionKind<?>> kinds() {
        return Stream.<List<OptionKind<?>>>of(
                        List.of(Fit.KIND, Enlarge.KIND, Gravity.KIND, CropBox.KIND, DevicePixelRatio.KIND),
                        List.of(Rotation.KIND, Flip.KIND, Trim.KIND),
                        Effect.kinds(),
                        List.of(Background.KIND, WatermarkName.KIND, KeepIcc.KIND, KeepCopyright.KIND),
                        List.of(Quality.KIND, MaxBytes.KIND, Version.KIND))
                .flatMap(List::stream)
                .toList();
    }

    /** Which option this is a value of. */
    default OptionKind<?> kind() {
        return OptionTokens.kind(this);
    }

    /** Its one spelling, which {@link #kind} reads back; without meaning for the default. */
    default String token() {
        return kind().write(this);
    }

    /** True for the default, which a key never spells. */
    default boolean isDefault() {
        return false;
    }

    /** What an engine must be able to do for this, where the rendition is written in a format. */
    default Optional<Capability> needs(ImageFormat output) {
        return kind().capabilities().stream().findFirst();
    }

    /** Why this does not go with the rest of a transformation, as a sentence; empty where it does. */
    default Optional<String> conflict(Transformation whole) {
        return Optional.empty();
    }
}
