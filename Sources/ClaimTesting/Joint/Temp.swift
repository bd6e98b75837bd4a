extension Assessment { var reportingErrors: [ReportingErrorSampler.Doubt] { [] } }
