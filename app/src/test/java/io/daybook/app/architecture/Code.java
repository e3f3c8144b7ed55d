package io.daybook.app.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of all modules, read once. */
final class Code {
    /** What is shipped. */
    static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/devservers/"))
            .importPackages("io.daybook");

    private Code() {}

    /** The classes that break rules on purpose. */
    static JavaClasses offenders(String... packages) {
        return new ClassFileImporter().importPackages(packages);
    }
}
