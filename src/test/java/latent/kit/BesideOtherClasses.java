package latent.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that runs while classes without this annotation run, so that the whole suite uses two cores. One such class runs at a time, and its
 * methods one after the other: the lock sees to both. For classes that take seconds and touch nothing that is the JVM's own: neither system
 * properties nor {@code System.err}, and no server in this JVM that logs requests, because {@link CapturedLog} catches the lines of all threads.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the second thread of the suite")
public @interface BesideOtherClasses {}
