package latent;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latent.config.Settings;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RequestedSize;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.local.playground.DeploymentFacts;
import latent.refusal.Refusal;

/** What the playground is told of a deployment, from its settings. */
final class PlaygroundFacts {
    private static final RequestedSize THUMBNAIL = new RequestedSize(320, 0);

    /** What every browser shows. */
    private static final Set<ImageFormat> SHOWN =
            Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF, ImageFormat.WEBP);

    private PlaygroundFacts() {}

    /**
     * The facts.
     *
     * @param writes formats that its engine writes
     * @param live   where its numbers can be read; empty where that is nobody's business
     */
    static DeploymentFacts of(
            Settings settings,
            List<DemoOriginal> originals,
            Set<ImageFormat> writes,
            Optional<URI> live,
            List<DeploymentFacts.EdgeFacts> edges) {
        return new DeploymentFacts(
                originals.stream()
                        .flatMap(original -> fact(original, settings.keys(), writes).stream())
                        .toList(),
                writes.stream().sorted().map(ImageFormat::extension).toList(),
                rules(settings.keys()),
                ladder(settings.keys()).map(PlaygroundFacts::text).toList(),
                settings.buckets().watermarks().keySet().stream().sorted().toList(),
                settings.keys().signing().on(),
                limits(settings),
                live,
                edges);
    }

    private static DeploymentFacts.Rules rules(Settings.Keys keys) {
        return new DeploymentFacts.Rules(
                keys.rules().alphabet().name().toLowerCase(Locale.ROOT),
                keys.rules().maxSide(),
                keys.rules().presets());
    }

    private static Stream<RequestedSize> ladder(Settings.Keys keys) {
        return keys.ladder().rungs().stream()
                .sorted(Comparator.comparingInt(RequestedSize::width).thenComparingInt(RequestedSize::height));
    }

    private static String text(RequestedSize size) {
        return size.width() + "x" + size.height();
    }

    /** Empty for an original that no key can name here. */
    private static Optional<DeploymentFacts.Original> fact(
            DemoOriginal original, Settings.Keys keys, Set<ImageFormat> writes) {
        KeyGrammar grammar = keys.grammar();
        RequestedSize size = ladder(keys).findFirst().orElse(THUMBNAIL);
        return grammar.original(original.key().value()).flatMap(key -> {
            ImageFormat format = format(key)
                    .filter(own -> SHOWN.contains(own) && writes.contains(own))
                    .orElse(ImageFormat.JPEG);
            try {
                String thumbnail = grammar.spell(key, new Spelling.Underscore(), Transformation.of(size, format))
                        .value();
                return Optional.of(
                        new DeploymentFacts.Original(key.value(), original.bytes(), original.size(), thumbnail));
            } catch (Refusal tooLong) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ImageFormat> format(OriginalKey key) {
        return ImageFormat.ofOriginalExtension(key.value().substring(key.value().lastIndexOf('.') + 1));
    }

    private static List<String> limits(Settings settings) {
        return List.of(
                "One client may have renditions of %,d megapixels made at once, and of %,d more each minute."
                        .formatted(
                                settings.rates().client().burst() / 1000,
                                settings.rates().client().refill() / 1000),
                "Of one original, %,d new renditions are made in a day."
                        .formatted(settings.rates().original().refill()),
                "All clients together may have %,d megapixels made at once, and %,d more each minute."
                        .formatted(
                                settings.rates().service().burst() / 1000,
                                settings.rates().service().refill() / 1000),
                "%d renders run at one time; %d requests may wait for room, %d seconds each."
                        .formatted(
                                settings.render().threads(),
                                settings.render().maxWaiting(),
                                settings.render().patience().toSeconds()));
    }
}
