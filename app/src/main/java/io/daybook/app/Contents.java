package io.daybook.app;

import java.util.List;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Every configuration the program is made of, by name, since each is private to its package. A test compares the list with the
 * classes that exist.
 */
final class Contents implements ImportSelector {
    static final List<String> CONFIGS = List.of(
            // app
            "io.daybook.app.serve.ServeConfig", "io.daybook.app.problem.ProblemConfig");

    @Override
    public String[] selectImports(AnnotationMetadata importingClass) {
        return CONFIGS.toArray(String[]::new);
    }
}
