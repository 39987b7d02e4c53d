package latent.local.edge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of a request's headers or query parameters a policy takes. Names compare without regard to case. */
public sealed interface Selection {
    boolean takes(String name);

    record None() implements Selection {
        @Override
        public boolean takes(String name) {
            return false;
        }
    }

    record All() implements Selection {
        @Override
        public boolean takes(String name) {
            return true;
        }
    }

    record AllExcept(Set<String> names) implements Selection {
        public AllExcept {
            names = lowerCase(names);
        }

        @Override
        public boolean takes(String name) {
            return !names.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    record Only(Set<String> names) implements Selection {
        public Only {
            names = lowerCase(names);
        }

        @Override
        public boolean takes(String name) {
            return names.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    static Selection none() {
        return new None();
    }

    static Selection all() {
        return new All();
    }

    static Selection only(String... names) {
        return new Only(Set.of(names));
    }
}
