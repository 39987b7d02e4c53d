package latent.check;

import java.io.IOException;
import java.util.Optional;

/** An answer that several checks share, requested once. If the request fails, the first check fails and the others are skipped. */
final class Memoized<T> {
    private final Question<T> question;
    private Optional<T> answer = Optional.empty();
    private boolean asked;

    Memoized(Question<T> question) {
        this.question = question;
    }

    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException;
    }

    T get() throws IOException {
        if (!asked) {
            asked = true;
            answer = Optional.of(question.ask());
        }
        return answer.orElseThrow(() -> new Check.CheckSkipped("there was no answer before"));
    }
}
