package io.daybook.domain.offender;

record CountsInDoubles(double price) {}
