package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContentsTest {

    @Test
    void every_configuration_there_is_stands_in_the_table_of_contents() {
        assertThat(Contents.CONFIGS)
                .containsExactlyInAnyOrderElementsOf(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.daybook")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(Configuration.class))
                                .map(JavaClass::getName)
                                .toList());
    }
}
