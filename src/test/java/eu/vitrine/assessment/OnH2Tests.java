package eu.vitrine.assessment;

@OwnServerTest
class OnH2Tests extends AssessmentsContract {}
