package latent.check;

import java.util.List;
import java.util.Optional;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.key.OriginalKey;
import latent.store.http.HttpSources;
import latent.store.http.HttpSources.Place;
import latent.store.http.SourceProbe;
import latent.store.http.SourceProbe.Answered;
import latent.store.http.SourceProbe.Unanswered;

/** Checks that each host of originals answers: from this machine, which may see other addresses than the processor does. */
record SourceChecks(HttpSources sources, SampleRendition sample) {
    List<Check> checks() {
        SourceProbe probe = new SourceProbe(sources, Optional.of(new OriginalKey(sample.originalKey())));
        return sources.places().stream()
                .map(place -> new Check("originals of " + place.prefix(), () -> answers(probe, place)))
                .toList();
    }

    private static Finding answers(SourceProbe probe, Place place) {
        return switch (probe.ask(place)) {
            case Unanswered none ->
                new Failed(
                        none.url() + ": " + none.words(),
                        none.problem().means(),
                        none.problem().change());
            case Answered answer -> judged(answer, place);
        };
    }

    private static Finding judged(Answered answer, Place place) {
        String seen = answer.url() + " answers " + answer.status();
        if (answer.packed()) {
            return new Failed(
                    seen + ", compressed",
                    "that was not asked for, and such originals are refused",
                    "the host's rules for compression");
        }
        if (answer.status() >= 500 || List.of(407, 408, 425, 429).contains(answer.status())) {
            return new Failed(
                    seen,
                    "originals cannot be had while it does",
                    "see the log of that host, or its limits for this machine");
        }
        if (!answer.ofFile()) {
            return new Ok(seen + " for the folder; a file is tried with --original " + place.prefix() + "...");
        }
        return switch (answer.status()) {
            case 200 -> new Ok(seen);
            case 404, 410 ->
                new Failed(
                        seen,
                        "there is no such file",
                        "--original, or the folder that originals.http has for " + place.prefix());
            default ->
                new Failed(
                        seen,
                        "the file is there for others, not for this machine",
                        "the host's rules: the processor asks without cookies and credentials");
        };
    }
}
